// incomplete: words that do not exist, arguments of the wrong kind, too many and too few.
var web = Policy.ForPods("app").AllowIngres(Port.Https).From(Self);
var job = Policy.ForPods(("app", "job")).AllowEgress().To();
var odd = Policy.ForPods(("app", 1)).AllowEgress(8080, Port.Https, "x").To("10.0.0.0/8").Named();
PolicySet set = [web, job, odd, .. nothing];
set.WithDefaultDeny().InNamespace().Emit(Engine.Nothing, profile: 1, Engine.Cilium);
