namespace PolicyKit.Analyzers.Tests.EgressReach;

/// <summary>PK1001 and PK1002 alone: what other rules say of the same programs is tested with those.</summary>
internal static class CutOff
{
    private static readonly string[] Ids = ["PK1001", "PK1002"];

    public static void Check(params string[] marked) => Snippet.CheckOnly(Ids, marked);

    public static bool IsMeant(Microsoft.CodeAnalysis.Diagnostic found) => Ids.Contains(found.Id);
}
