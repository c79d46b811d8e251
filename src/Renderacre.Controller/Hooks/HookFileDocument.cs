namespace Renderacre.Controller.Hooks;

/// <summary>The hooks file as it is written.</summary>
internal sealed record HookFileDocument
{
    /// <summary>Hooks by name.</summary>
    public IReadOnlyDictionary<string, Entry>? Hooks { get; init; }

    /// <summary>Hosts (or host:port) that addresses of submissions and limits may name.</summary>
    public IReadOnlyList<string>? AllowedHosts { get; init; }

    /// <summary>Names of hooks that are told of each job's end.</summary>
    public IReadOnlyList<string>? JobEnded { get; init; }

    /// <summary>Names of hooks that are told of each step's end.</summary>
    public IReadOnlyList<string>? StepEnded { get; init; }

    /// <summary>Names of hooks that wake a worker.</summary>
    public IReadOnlyList<string>? WorkerWake { get; init; }

    /// <summary>Names of hooks that shut a worker down.</summary>
    public IReadOnlyList<string>? WorkerShutDown { get; init; }

    /// <summary>Minutes without work after which a worker is shut down.</summary>
    public double? IdleShutDownMinutes { get; init; }

    /// <summary>Names of hooks that a submission may name.</summary>
    public IReadOnlyList<string>? ForJobs { get; init; }

    /// <summary>Names of hooks that limits may ask how many are used elsewhere.</summary>
    public IReadOnlyList<string>? ForLimits { get; init; }

    /// <summary>One hook: a command or an address.</summary>
    internal sealed record Entry
    {
        /// <summary>The program and its arguments, or null.</summary>
        public IReadOnlyList<string>? Command { get; init; }

        /// <summary>Variables beside the controller's own, of a command.</summary>
        public IReadOnlyDictionary<string, string>? Environment { get; init; }

        /// <summary>The address, or null.</summary>
        public string? Url { get; init; }

        /// <summary>Headers of the request.</summary>
        public IReadOnlyDictionary<string, string>? Headers { get; init; }

        /// <summary>POST or GET.</summary>
        public string? Method { get; init; }

        /// <summary>How long one run may take.</summary>
        public double? TimeoutSeconds { get; init; }

        /// <summary>Bytes kept of its output.</summary>
        public int? OutputBytesMax { get; init; }

        /// <summary>How often it is tried.</summary>
        public int? AttemptsMax { get; init; }
    }
}
