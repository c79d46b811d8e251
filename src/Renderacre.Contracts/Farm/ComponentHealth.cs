namespace Renderacre.Contracts.Farm;

/// <summary>Whether a part is well.</summary>
/// <param name="Status">ok or degraded.</param>
/// <param name="Backend">What it stands on, or null.</param>
/// <param name="Message">What there is to say, or null.</param>
public sealed record ComponentHealth(string Status, string? Backend, string? Message);
