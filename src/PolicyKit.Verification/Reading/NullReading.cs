namespace PolicyKit.Verification.Reading;

/// <summary>What the API server makes of a key without a value.</summary>
internal enum NullReading
{
    /// <summary>Built-in kinds: as if the key were not there.</summary>
    Absent,

    /// <summary>Custom resources, as charts write them: whoever applies the object drops the key, and what needs it is refused for lacking it.</summary>
    Dropped,

    /// <summary>Custom resources, taken literally: refused, unless the schema says <c>nullable</c>.</summary>
    Refused,
}
