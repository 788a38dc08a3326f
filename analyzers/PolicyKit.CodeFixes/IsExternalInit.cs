namespace System.Runtime.CompilerServices;

// The compiler asks for it for records, and netstandard2.0 does not have it.
internal static class IsExternalInit;
