using OpenJd.Model.Jobs;
using OpenJd.Model.ParameterSpaces;
using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Sessions;

namespace Renderacre.Cli.Templates;

/// <summary>Runs steps of a job in one session on this machine, task after task.</summary>
/// <param name="session">The session.</param>
/// <param name="job">The job.</param>
/// <param name="log">Is told everything.</param>
internal sealed class LocalRun(Session session, Job job, RunLog log)
{
    /// <summary>Tasks that have been started.</summary>
    public long TasksRun { get; private set; }

    /// <summary>The step that was reached, or null where none was.</summary>
    public string? StepReached { get; private set; }

    /// <summary>Enters the environments, runs the steps, and leaves the environments whatever comes of it.</summary>
    /// <returns>Whether everything succeeded.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<Step> steps, CancellationToken cancellationToken)
    {
        log.Say($"Running job '{job.Name}'");
        var succeeded = await EnterAllAsync(job.Environments, cancellationToken);
        foreach (var step in steps)
            succeeded = succeeded && await RunStepAsync(step, cancellationToken);
        return await LeaveAllAsync(0) && succeeded;
    }

    private async Task<bool> RunStepAsync(Step step, CancellationToken cancellationToken)
    {
        StepReached = step.Name;
        log.Say($"Running step '{step.Name}'");
        var outer = session.EnteredEnvironments.Count;
        var succeeded = await EnterAllAsync(step.Environments, cancellationToken)
            && await RunTasksAsync(step, cancellationToken);
        return await LeaveAllAsync(outer) && succeeded;
    }

    private async Task<bool> RunTasksAsync(Step step, CancellationToken cancellationToken)
    {
        var space = ParameterSpace.Create(step.ParameterSpace);
        for (long index = 0; index < space.Length; index++)
        {
            if (cancellationToken.IsCancellationRequested)
                return false;
            var parameters = step.ParameterSpace is null ? [] : space[index];
            if (!await RunTaskAsync(step, parameters, cancellationToken))
                return false;
        }

        return true;
    }

    private async Task<bool> RunTaskAsync(
        Step step, IReadOnlyList<TaskParameterValue> parameters, CancellationToken cancellationToken)
    {
        log.Begin("Running Task");
        if (parameters.Count > 0)
            log.Write("Parameter values:");
        foreach (var parameter in parameters)
            log.Write($"{parameter.Name}({ParameterTypeNames.Of(parameter.Type)}) = {parameter.Value}");
        TasksRun++;
        log.BeginAction(step.Script.OnRun.Command);
        return End(await session.RunTaskAsync(step, parameters, log, cancellationToken));
    }

    private async Task<bool> EnterAllAsync(
        IReadOnlyList<EnvironmentDefinition> environments, CancellationToken cancellationToken)
    {
        foreach (var environment in environments)
        {
            if (cancellationToken.IsCancellationRequested)
                return false;
            log.Begin($"Entering Environment: {environment.Name}");
            foreach (var (name, value) in environment.Variables)
                log.Write($"Setting: {name}={value}");
            if (environment.Script?.OnEnter is { } action)
                log.BeginAction(action.Command);
            if (!End(await session.EnterEnvironmentAsync(environment, null, log, cancellationToken)))
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
            log.Begin($"Exiting Environment: {session.EnteredEnvironments[0]}");
            succeeded &= End(await session.ExitEnvironmentAsync(log, CancellationToken.None));
        }

        return succeeded;
    }

    private bool End(ActionOutcome outcome)
    {
        log.EndAction(outcome);
        return outcome.State == ActionState.Succeeded;
    }
}
