namespace PolicyKit.Tests.Shared;

/// <summary>
/// Texts that a person approved. A text that differs is written beside the approved one as <c>*.received.*</c>;
/// with <c>POLICYKIT_APPROVE=1</c> it replaces it, for the diff to be read before it is committed.
/// </summary>
internal static class Approved
{
    public static void ShouldBe(string text, string approvedFile)
    {
        var receivedFile = approvedFile.Replace(".approved.", ".received.", StringComparison.Ordinal);
        var approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile).ReplaceLineEndings("\n") : null;
        if (string.Equals(text, approved, StringComparison.Ordinal))
        {
            File.Delete(receivedFile);
            return;
        }

        if (Environment.GetEnvironmentVariable("POLICYKIT_APPROVE") == "1")
        {
            File.WriteAllText(approvedFile, text);
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, text);
        text.ShouldBe(approved ?? "", $"This differs from '{approvedFile}'; set POLICYKIT_APPROVE=1 to take it over, and read the difference.");
    }
}
