using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>Limits are no longer kept for a group.</summary>
/// <param name="Job">Its job.</param>
/// <param name="Step">Its step.</param>
/// <param name="Class">The place of its class in the step's plan.</param>
public sealed record LimitReservationDropped(JobId Job, int Step, int Class) : FarmEvent;
