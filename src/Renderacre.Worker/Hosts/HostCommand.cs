using System.Text.Json.Serialization;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Spool;

namespace Renderacre.Worker.Hosts;

/// <summary>What a worker tells a session's host, one JSON line each.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Leases">The leases to run, in order, for <see cref="HostCommandKind.Run"/>.</param>
/// <param name="LeaseId">The lease that is meant, for cancel and recall.</param>
internal sealed record HostCommand(
    HostCommandKind Kind, IReadOnlyList<LeaseAssignment>? Leases = null, Guid? LeaseId = null);

/// <summary>Kinds of <see cref="HostCommand"/>.</summary>
internal enum HostCommandKind
{
    /// <summary>Run leases after those before them.</summary>
    Run,

    /// <summary>Stop a lease: the running one by its method, another is handed back.</summary>
    Cancel,

    /// <summary>Hand a lease back, if it has not started.</summary>
    Recall,

    /// <summary>End the session after the running lease.</summary>
    End,

    /// <summary>Stop what runs and end the session now.</summary>
    Stop,

    /// <summary>Kill everything; nothing is reported.</summary>
    Forget,
}

/// <summary>How what the worker and session hosts tell each other is read and written.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HostCommand))]
[JsonSerializable(typeof(HostLaunch))]
[JsonSerializable(typeof(KeptLine))]
internal sealed partial class HostJson : JsonSerializerContext;
