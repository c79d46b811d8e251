using Renderacre.Farm.Ids;

namespace Renderacre.Controller.Hooks;

/// <summary>One hook that is to be told of one thing.</summary>
/// <param name="Hook">The hook.</param>
/// <param name="Call">What it is told.</param>
/// <param name="Job">The job that it is about, or null.</param>
/// <param name="Worker">The worker that it is about, or null.</param>
internal sealed record HookDelivery(HookDefinition Hook, HookCall Call, JobId? Job, WorkerId? Worker);
