using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Hosting;

/// <summary>What tests put in the place of the real thing.</summary>
internal sealed record HostSeams
{
    /// <summary>The time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Wraps the store.</summary>
    public Func<IFarmStore, IFarmStore> WrapStore { get; init; } = store => store;
}
