using Renderacre.Farm.Ids;

namespace Renderacre.Controller.Tasks;

/// <summary>How far a lease's task is, as its worker told last.</summary>
/// <param name="Lease">The lease.</param>
/// <param name="Percent">0 to 100, or null.</param>
/// <param name="Message">What it is doing, or null.</param>
internal sealed record ToldProgress(LeaseId Lease, double? Percent, string? Message);
