using PolicyKit.Benchmarks;

// dotnet run -c Release --project tests/PolicyKit.Benchmarks -- --quick                a few minutes, to see whether the bars of emitting hold
// dotnet run -c Release --project tests/PolicyKit.Benchmarks                           what is published
// dotnet run -c Release --project tests/PolicyKit.Benchmarks -- engines                every engine against Kubernetes, in turn
// dotnet run -c Release --project tests/PolicyKit.Benchmarks -- commands FOLDER        the tool published in FOLDER: its start and its queries in bulk
// dotnet run -c Release --project tests/PolicyKit.Benchmarks -- connections FOLDER     all pairs of a cluster as JSON, as a fresh process would; seconds to standard error
return args switch
{
    ["engines"] => EngineRun.Report(Console.Out),
    ["commands", var tool] => Commands.Report(tool, Console.Out),
    ["connections", var cluster] => AllPairs.Run(cluster),
    _ => EmitRun.Run(quick: args.Contains("--quick")),
};
