using PolicyKit.Benchmarks;

// dotnet run -c Release --project tests/PolicyKit.Benchmarks -- --quick     a minute, to see whether the bars hold
// dotnet run -c Release --project tests/PolicyKit.Benchmarks                what is published
// PolicyKit.Benchmarks connections FOLDER                                  all pairs of a cluster as JSON, as a fresh process would; seconds to standard error
return args is ["connections", var folder] ? AllPairs.Run(folder) : EmitRun.Run(quick: args.Contains("--quick"));
