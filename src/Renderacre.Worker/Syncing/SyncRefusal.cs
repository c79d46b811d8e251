using System.Net;
using Renderacre.Client;

namespace Renderacre.Worker.Syncing;

/// <summary>Why a controller will not go on with this worker.</summary>
/// <param name="Kind">What kind of reason.</param>
/// <param name="Message">What the controller said.</param>
internal sealed record SyncRefusal(SyncRefusalKind Kind, string Message)
{
    /// <summary>The refusal in an answer, or null where trying again may help.</summary>
    /// <param name="error">The answer.</param>
    public static SyncRefusal? Of(FarmException error) => error.Status switch
    {
        HttpStatusCode.NotFound => new SyncRefusal(SyncRefusalKind.UnknownWorker, error.Message),
        HttpStatusCode.Conflict => new SyncRefusal(SyncRefusalKind.OldIncarnation, error.Message),
        _ => null,
    };
}

/// <summary>Kinds of <see cref="SyncRefusal"/>.</summary>
internal enum SyncRefusalKind
{
    /// <summary>The controller does not know the worker: it has to register anew.</summary>
    UnknownWorker,

    /// <summary>Another process of this worker has registered since.</summary>
    OldIncarnation,
}
