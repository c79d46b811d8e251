namespace Renderacre.Farm.Ids;

/// <summary>One unit of a job: one parameter set of one step, or one direct task.</summary>
/// <param name="Job">The job.</param>
/// <param name="Step">The step's place in the job, from 0; direct tasks are all in step 0.</param>
/// <param name="Unit">The unit's place in the step, from 0.</param>
public readonly record struct UnitRef(JobId Job, int Step, long Unit);
