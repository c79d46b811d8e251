namespace Renderacre.Controller.Hooks;

/// <summary>The hooks that the controller's configuration has.</summary>
internal sealed record HookSettings
{
    /// <summary>No hooks.</summary>
    public static readonly HookSettings None = new();

    /// <summary>Hooks by name.</summary>
    public IReadOnlyDictionary<string, HookDefinition> Hooks { get; init; } =
        new Dictionary<string, HookDefinition>();

    /// <summary>Hosts (or host:port) that addresses of submissions may name; none by default.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>A hook.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The hook, or null where there is none of that name.</returns>
    public HookDefinition? Find(string name) => Hooks.GetValueOrDefault(name);
}
