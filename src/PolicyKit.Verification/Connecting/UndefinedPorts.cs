using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Connecting;

/// <summary>Ports that are allowed or denied according to how open questions are answered.</summary>
/// <param name="DependsOn">The questions, sorted; never none.</param>
/// <param name="Ports">The ports; never none.</param>
public sealed record UndefinedPorts(ValueArray<Question> DependsOn, AllowedPorts Ports)
{
    /// <summary>The names of the questions, as profiles and answers write them: <c>address-sees-pods</c>.</summary>
    public ValueArray<string> Questions => DependsOn.Select(QuestionNames.Of).ToValueArray();

    /// <summary>The ports and the questions on one line.</summary>
    /// <returns>For example <c>TCP 80 (address-sees-pods)</c>.</returns>
    public override string ToString() => $"{Ports} ({string.Join(", ", DependsOn.Select(QuestionNames.Of))})";
}
