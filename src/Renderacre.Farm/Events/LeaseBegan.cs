using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>A lease's process was started.</summary>
/// <param name="Lease">The lease.</param>
/// <param name="First">Its first unit.</param>
public sealed record LeaseBegan(LeaseId Lease, UnitRef First) : FarmEvent;
