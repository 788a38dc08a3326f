namespace PolicyKit.Verification.Reading;

/// <summary>What the API server makes of a key without a value.</summary>
internal enum NullReading
{
    /// <summary>Built-in kinds: as if the key were not there.</summary>
    Absent,

    /// <summary>Custom resources: refused, unless the schema says <c>nullable</c>.</summary>
    Refused,
}
