namespace Renderacre.Contracts.Farm;

/// <summary>Whether the controller is well.</summary>
/// <param name="Status">ok or degraded.</param>
/// <param name="Controller">The HTTP side.</param>
/// <param name="Scheduler">The writer and its storage.</param>
/// <param name="Degraded">Names of the parts that are not well.</param>
public sealed record HealthReport(
    string Status, ComponentHealth Controller, ComponentHealth Scheduler, IReadOnlyList<string> Degraded);
