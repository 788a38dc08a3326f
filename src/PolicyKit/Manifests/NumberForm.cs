namespace PolicyKit.Manifests;

/// <summary>What a scalar without quotes looks like to the readers of YAML.</summary>
internal enum NumberForm
{
    /// <summary>Text to everybody.</summary>
    None,

    /// <summary>A whole number to everybody: decimal, or hexadecimal without a sign.</summary>
    Whole,

    /// <summary>A number with a fraction or an exponent.</summary>
    Fraction,

    /// <summary>A number to some and text to others, or two different numbers: octal, binary, underscores, base sixty.</summary>
    Ambiguous,

    /// <summary>A date, with or without a time.</summary>
    Date,

    /// <summary>Infinite, or not a number.</summary>
    NotInJson,
}
