"""From events to claims: whose act it is, which type it evokes, what fills its roles, how and on whose word it is said."""
