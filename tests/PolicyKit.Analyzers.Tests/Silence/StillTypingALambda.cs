// incomplete: the body of a When is being typed.
internal static class Typing
{
    internal static EmitResult Emit(bool flag) => PolicySet.Of(
        Policy.ForPods(("app", "web"))
            .When(flag, p => p.AllowIngress(Port.
            .When(flag, p => )
            .ForEach(new[] { 1, }, (p, x) => p.AllowIngress(Port.Tcp(x)).From(
        ).Emit(Engine.Kubernetes
