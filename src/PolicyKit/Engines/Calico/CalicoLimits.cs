namespace PolicyKit.Engines.Calico;

/// <summary>How much one object may hold. The API server counts from 3.33 on; we keep to it for every version.</summary>
internal static class CalicoLimits
{
    public const int Rules = 1024;
    public const int Networks = 256;
    public const int Ports = 50;
    public const int SelectorLength = 1024;
    public const int NameLength = 253;
    public const int HttpItems = 20;
    public const int PathLength = 1024;
}
