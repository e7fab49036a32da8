"""From events to claims: whose act it is, which type it evokes, what fills its roles, on whose word it is said."""
