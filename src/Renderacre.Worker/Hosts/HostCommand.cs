using System.Text.Json.Serialization;
using Renderacre.Contracts.Sync;

namespace Renderacre.Worker.Hosts;

/// <summary>What a worker tells a session's host, one JSON line each.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Lease">The lease to run, for <see cref="HostCommandKind.Run"/>.</param>
/// <param name="LeaseId">The lease that is meant, for cancel and recall.</param>
internal sealed record HostCommand(HostCommandKind Kind, LeaseAssignment? Lease = null, Guid? LeaseId = null);

/// <summary>Kinds of <see cref="HostCommand"/>.</summary>
internal enum HostCommandKind
{
    /// <summary>Run a lease after those before it.</summary>
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

/// <summary>How host commands are read and written.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(HostCommand))]
internal sealed partial class HostJson : JsonSerializerContext;
