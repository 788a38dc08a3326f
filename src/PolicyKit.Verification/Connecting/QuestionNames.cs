using System.Text;
using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Connecting;

/// <summary>Open questions as lists and programs name them: <c>address-sees-pods</c>.</summary>
internal static class QuestionNames
{
    public static string Of(Question question)
    {
        var name = new StringBuilder();
        foreach (var letter in question.ToString())
        {
            if (char.IsAsciiLetterUpper(letter) && name.Length > 0) name.Append('-');
            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
