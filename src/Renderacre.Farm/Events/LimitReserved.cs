using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>Limits are kept for a group that asks for much of one at once.</summary>
/// <param name="Job">Its job.</param>
/// <param name="Step">Its step.</param>
/// <param name="Class">The place of its class in the step's plan.</param>
public sealed record LimitReserved(JobId Job, int Step, int Class) : FarmEvent;
