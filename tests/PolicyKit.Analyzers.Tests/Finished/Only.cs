namespace PolicyKit.Analyzers.Tests.Finished;

/// <summary>One rule alone over a program of one statement: what other rules say of it is tested with those.</summary>
internal static class Only
{
    /// <summary>A set that is made and emitted for an engine, with marks where findings are expected.</summary>
    public static void Check(string id, string policies, string engine = "Cilium") => Program(id, $"PolicySet.Of({policies}).Emit(Engine.{engine});");

    public static void Program(string id, string program) => Snippet.CheckOnly([id], $$"""
        {{program}}

        static class Unseen
        {
            public static string Text => Environment.MachineName;

            public static int Number => Environment.ProcessorCount;

            public static bool Flag => Environment.Is64BitProcess;

            public static Policy Policy(Policy policy) => System.Linq.Enumerable.Repeat(policy, 1).Single();
        }
        """);

    public static string Message(string id, string program) => Snippet.Analyze(Snippet.Compile(program)).First(one => one.Id == id).GetMessage(null);
}
