using OpenJd.Model.Jobs;
using OpenJd.Model.ParameterSpaces;
using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Sessions;

namespace OpenJd.Cli.Running;

/// <summary>Runs steps of a job in one session on this machine, task after task.</summary>
/// <param name="session">The session.</param>
/// <param name="job">The job.</param>
/// <param name="log">Is told everything.</param>
/// <param name="clock">Times tasks, for the size of chunks.</param>
internal sealed class LocalRun(Session session, Job job, RunLog log, RunClock clock)
{
    /// <summary>Tasks that have been started.</summary>
    public long TasksRun { get; private set; }

    /// <summary>The step that was reached, or null where none was.</summary>
    public string? StepReached { get; private set; }

    /// <summary>What failed first, in words; null where nothing did.</summary>
    public string? FailedAction { get; private set; }

    /// <summary>Enters the environments, runs the steps, and leaves the environments whatever comes of it.</summary>
    /// <param name="steps">The steps in their order; all but the last run whole.</param>
    /// <param name="selection">Which tasks of the last step run.</param>
    /// <param name="cancellationToken">Stops what runs by its own method, and starts nothing more.</param>
    /// <returns>Whether everything succeeded.</returns>
    public async Task<bool> RunAsync(
        IReadOnlyList<Step> steps, TaskSelection selection, CancellationToken cancellationToken)
    {
        log.Say($"Running job '{job.Name}'");
        using var interruption = cancellationToken.Register(Interrupt);
        var succeeded = await EnterAllAsync(job.Environments, null, cancellationToken);
        foreach (var (place, step) in steps.Index())
        {
            succeeded = succeeded && await RunStepAsync(
                step, place == steps.Count - 1 ? selection : TaskSelection.All, cancellationToken);
        }

        await interruption.DisposeAsync();
        return await LeaveAllAsync(0) && succeeded;
    }

    private void Interrupt()
    {
        log.Write("Interruption signal recieved.");
        log.Say("Cancelling the session...");
        session.Cancel();
    }

    private async Task<bool> RunStepAsync(Step step, TaskSelection selection, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return false;
        StepReached = step.Name;
        log.Say($"Running step '{step.Name}'");
        var outer = session.EnteredEnvironments.Count;
        var succeeded = await EnterAllAsync(step.Environments, step, cancellationToken)
            && await RunTasksAsync(step, selection, cancellationToken);
        return await LeaveAllAsync(outer) && succeeded;
    }

    private async Task<bool> RunTasksAsync(Step step, TaskSelection selection, CancellationToken cancellationToken)
    {
        var space = ParameterSpace.Create(step.ParameterSpace);
        if (selection.Tasks is null && space.AdaptiveTasks() is { } adaptive)
            return await RunAdaptiveAsync(step, adaptive, selection.Maximum, cancellationToken);
        long count = 0;
        foreach (var parameters in selection.Tasks ?? space.Tasks())
        {
            if (count++ == selection.Maximum)
                break;
            if (!await RunTaskAsync(step, parameters, cancellationToken))
                return false;
        }

        return true;
    }

    private async Task<bool> RunAdaptiveAsync(
        Step step, AdaptiveTasks tasks, long? maximum, CancellationToken cancellationToken)
    {
        var target = step.ParameterSpace?.Parameters.FirstOrDefault(one => one.Chunks is not null)?.Chunks;
        var size = new ChunkSize(TimeSpan.FromSeconds(target?.TargetRuntimeSeconds ?? 0));
        for (long count = 0; count != maximum && tasks.TakeNext() is { } parameters; count++)
        {
            var began = clock.Elapsed;
            if (!await RunTaskAsync(step, parameters, cancellationToken))
                return false;
            size.Add(ChunkSize.CountOf(parameters), clock.Elapsed - began);
            if (size.Next(tasks.ChunkSize) is var next && next != tasks.ChunkSize)
            {
                log.Write($"Adjusting chunk size from {tasks.ChunkSize} to {next}");
                tasks.ChunkSize = next;
            }
        }

        return true;
    }

    private async Task<bool> RunTaskAsync(
        Step step, IReadOnlyList<TaskParameterValue> parameters, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return false;
        log.Begin("Running Task");
        if (parameters.Count > 0)
            log.Write("Parameter values:");
        foreach (var parameter in parameters)
            log.Write($"{parameter.Name}({ParameterTypeNames.Of(parameter.Type)}) = {parameter.Value}");
        TasksRun++;
        var values = string.Join(", ", parameters.Select(one => $"'{one.Name}': '{one.Value}'"));
        return End(
            await session.RunTaskAsync(step, parameters, log, CancellationToken.None),
            $"Run Step '{step.Name}' with Task parameters '{{{values}}}'");
    }

    private async Task<bool> EnterAllAsync(
        IReadOnlyList<EnvironmentDefinition> environments, Step? step, CancellationToken cancellationToken)
    {
        foreach (var environment in environments)
        {
            if (cancellationToken.IsCancellationRequested)
                return false;
            log.Begin($"Entering Environment: {environment.Name}");
            var outcome = await session.EnterEnvironmentAsync(environment, step, log, CancellationToken.None);
            if (!End(outcome, $"Enter Environment '{environment.Name}'"))
                return false;
        }

        return true;
    }

    // Exit actions run to their end even when the run was interrupted: they give back what was taken.
    private async Task<bool> LeaveAllAsync(int remaining)
    {
        var succeeded = true;
        while (session.EnteredEnvironments.Count > remaining)
        {
            var name = session.EnteredEnvironments[0];
            log.Begin($"Exiting Environment: {name}");
            succeeded &= End(
                await session.ExitEnvironmentAsync(log, CancellationToken.None), $"Exit Environment '{name}'");
        }

        return succeeded;
    }

    private bool End(ActionOutcome outcome, string action)
    {
        log.End(outcome);
        if (outcome.State != ActionState.Succeeded)
            FailedAction ??= action;
        return outcome.State == ActionState.Succeeded;
    }
}
