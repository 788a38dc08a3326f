// Workloads said once, and the connections between them.
var orders = Workload.Of("orders", "shop", ("app", "orders")).WithPorts(Port.Named("http").At(8080), Port.Metrics.At(9090));
var database = Workload.Of("database", "data", ("app", "postgres")).WithPorts(Port.Named("sql").At(5432));

PolicySet set =
[
    Namespace("shop").Owned(),
    Namespace("data").Owned(),
    Policy.For(orders)
        .NeedsNoApiServer("an ordinary web service")
        .AllowIngress(orders["http"]).From(Namespace("ingress-nginx"))
        .AllowIngress(orders["metrics"]).From(Namespace("monitoring"))
        .AllowClusterDns(),
    .. Connection.Between(orders, database, database["sql"], because: "orders are stored"),
];

return set.NeedsNoApiServer("nothing here calls it").WithDefaultDeny("data", Directions.Ingress).Emit(Engine.Kubernetes).Print();
