namespace Renderacre.Controller.Hooks;

/// <summary>A hook and the bounds that it runs in.</summary>
/// <param name="Name">What it is called in logs.</param>
/// <param name="Target">What it does.</param>
internal sealed record HookDefinition(string Name, HookTarget Target)
{
    /// <summary>How long one run may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes kept of what a run answers; more is read and dropped.</summary>
    public int OutputBytesMax { get; init; } = 64 * 1024;

    /// <summary>How often it is tried before it counts as failed, at least once.</summary>
    public int AttemptsMax { get; init; } = 5;
}
