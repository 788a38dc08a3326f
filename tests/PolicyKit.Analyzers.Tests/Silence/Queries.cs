// A matrix of who may call whom, as a query.
(string From, string To, int Port)[] calls = [("web", "orders", 8080), ("web", "catalog", 8080), ("orders", "billing", 9000), ("billing", "ledger", 9100)];

var policies =
    from call in calls
    group call by call.To into callee
    orderby callee.Key
    let ports = callee.Select(one => Port.Tcp(one.Port)).Distinct()
    let callers = callee.Select(one => one.From).Distinct()
    select Policy.ForPods(("app", callee.Key)).Named(callee.Key).AllowIngress(ports).From(callers.Select(caller => Pods(("app", caller))));

var byCaller = calls.ToLookup(call => call.From, call => call.To);
PolicySet set = [.. policies, .. byCaller.Select(one => Outgoing(one.Key, one))];
return set.InNamespace("shop").Emit(Engine.Calico).Print();

static Policy Outgoing(string caller, IEnumerable<string> callees) => Policy.ForPods(("app", caller)).Named($"{caller}-out")
    .ForEach(callees, (policy, callee) => policy.AllowEgress(Port.TcpRange(8000, 9999)).To(Pods(("app", callee))))
    .AllowClusterDns()
    .AllowApiServer();
