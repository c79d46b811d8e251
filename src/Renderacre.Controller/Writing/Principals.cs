using Renderacre.Controller.Ids;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Ids;

namespace Renderacre.Controller.Writing;

/// <summary>Who asks, as the audit shows it.</summary>
internal static class Principals
{
    /// <summary>Whoever uses the API without saying who they are.</summary>
    public static readonly Principal Api = new("api");

    /// <summary>A worker that has no id yet.</summary>
    public static readonly Principal Unregistered = new("worker");

    /// <summary>A worker.</summary>
    /// <param name="worker">The worker.</param>
    public static Principal Of(WorkerId worker) => new($"worker:{worker.ToGuid()}");
}
