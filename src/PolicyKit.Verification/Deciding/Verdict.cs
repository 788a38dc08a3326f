namespace PolicyKit.Verification.Deciding;

/// <summary>What a direction, or a whole connection, decides about a flow.</summary>
/// <remarks>The hierarchy is closed. Two verdicts are equal when they decide the same; why they do is no part of it.</remarks>
public abstract record Verdict
{
    private protected Verdict(ValueArray<Source> trace) => Trace = trace;

    /// <summary>What decided, in the order in which it was met.</summary>
    public ValueArray<Source> Trace { get; }

    /// <inheritdoc/>
    public virtual bool Equals(Verdict? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>The flow is allowed.</summary>
    public sealed record Allow : Verdict
    {
        internal Allow(ValueArray<Source> trace)
            : base(trace)
        {
        }

        /// <summary>The verdict in a word.</summary>
        /// <returns><c>allow</c>.</returns>
        public override string ToString() => "allow";
    }

    /// <summary>The flow is denied.</summary>
    public sealed record Deny : Verdict
    {
        internal Deny(ValueArray<Source> trace)
            : base(trace)
        {
        }

        /// <summary>The verdict in a word.</summary>
        /// <returns><c>deny</c>.</returns>
        public override string ToString() => "deny";
    }

    /// <summary>The specification does not decide, and nothing says which engine does.</summary>
    public sealed record Undefined : Verdict
    {
        internal Undefined(ValueArray<Question> dependsOn, ValueArray<Source> trace)
            : base(trace) => DependsOn = dependsOn;

        /// <summary>The questions on which it depends, sorted; never none.</summary>
        public ValueArray<Question> DependsOn { get; }

        /// <inheritdoc/>
        public bool Equals(Undefined? other) => other is not null && DependsOn.Equals(other.DependsOn);

        /// <inheritdoc/>
        public override int GetHashCode() => DependsOn.GetHashCode();

        /// <summary>The verdict and what it depends on.</summary>
        /// <returns>For example <c>undefined (AddressSeesPods)</c>.</returns>
        public override string ToString() => $"undefined ({string.Join(", ", DependsOn)})";
    }
}
