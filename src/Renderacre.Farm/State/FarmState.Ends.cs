using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Events;
using Renderacre.Farm.Jobs;

namespace Renderacre.Farm.State;

/// <content>Telling that jobs and steps have ended, once for each time that they do.</content>
public sealed partial class FarmState
{
    private void EmitEnd(FarmJob job)
    {
        JobState state = job.State;
        bool ended = state is JobState.Succeeded or JobState.Failed or JobState.Cancelled;
        if (ended && !job.HadEnded)
        {
            foreach (FarmStep step in job.Steps.Where(step => !step.Complete))
                EmitEnd(step, state);
            Emit(new JobEnded(job.Id, state) { By = _context.Principal, At = Now });
        }

        job.HadEnded = ended;
    }

    private void EmitEnd(FarmStep step, JobState state) =>
        Emit(new StepEnded(step.Job.Id, step.Place, state) { By = _context.Principal, At = Now });
}
