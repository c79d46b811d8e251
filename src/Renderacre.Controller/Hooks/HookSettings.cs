namespace Renderacre.Controller.Hooks;

/// <summary>The hooks that the controller's configuration has.</summary>
internal sealed record HookSettings
{
    /// <summary>No hooks.</summary>
    public static readonly HookSettings None = new();

    /// <summary>Hooks by name.</summary>
    public IReadOnlyDictionary<string, HookDefinition> Hooks { get; init; } =
        new Dictionary<string, HookDefinition>();

    /// <summary>
    /// Hosts that addresses of submissions and limits may name, with their port where it is not the usual; none by
    /// default.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Hooks that are told of each job's end.</summary>
    public IReadOnlyList<HookDefinition> JobEnded { get; init; } = [];

    /// <summary>Hooks that are told of each step's end.</summary>
    public IReadOnlyList<HookDefinition> StepEnded { get; init; } = [];

    /// <summary>Hooks that wake a worker.</summary>
    public IReadOnlyList<HookDefinition> WorkerWake { get; init; } = [];

    /// <summary>Hooks that shut a worker down.</summary>
    public IReadOnlyList<HookDefinition> WorkerShutDown { get; init; } = [];

    /// <summary>How long a worker has nothing to do before it is shut down.</summary>
    public TimeSpan IdleShutDown { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Names of the hooks that a submission may name; none by default.</summary>
    public IReadOnlyList<string> ForJobs { get; init; } = [];

    /// <summary>Names of the hooks that limits may ask how many are used elsewhere; none by default.</summary>
    public IReadOnlyList<string> ForLimits { get; init; } = [];

    /// <summary>Whether anybody can be told anything.</summary>
    public bool TellsAnybody =>
        WorkerWake.Count > 0 || WorkerShutDown.Count > 0 || JobEnded.Count > 0 || StepEnded.Count > 0
        || ForJobs.Count > 0 || AllowedHosts.Count > 0;

    /// <summary>A hook that a submission may name.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The hook, or null where jobs may name none so.</returns>
    public HookDefinition? FindForJobs(string name) => ForJobs.Contains(name) ? Find(name) : null;

    /// <summary>A hook that a limit may ask.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The hook, or null where limits may name none so.</returns>
    public HookDefinition? FindForLimits(string name) => ForLimits.Contains(name) ? Find(name) : null;

    /// <summary>Whether a submission or a limit may name an address.</summary>
    /// <param name="url">The address.</param>
    public bool Allows(Uri url) =>
        AllowedHosts.Any(host => host.Equals(url.Authority, StringComparison.OrdinalIgnoreCase));

    /// <summary>A hook.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The hook, or null where there is none of that name.</returns>
    public HookDefinition? Find(string name) => Hooks.GetValueOrDefault(name);
}
