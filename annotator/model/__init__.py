"""The words of the project as plain data and pure functions: no Qt, no SQL, no files."""
