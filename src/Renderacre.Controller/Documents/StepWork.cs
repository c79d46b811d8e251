using System.Text;
using OpenJd.Model.Jobs;
using OpenJd.Model.ParameterSpaces;
using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Submission;

namespace Renderacre.Controller.Documents;

/// <summary>
/// What all tasks of an OpenJD step have in common, worked out once: workers ask for it at every lease.
/// </summary>
internal sealed class StepWork
{
    private readonly Step _step;

    // Places of the task parameters by name, which is how a task's name shows them.
    private readonly int[] _placesByName;

    /// <summary>Lays a step out.</summary>
    /// <param name="step">The resolved step.</param>
    /// <param name="workingDir">The submission's asset root, or null.</param>
    /// <param name="dependencies">Places of the steps that it waits for.</param>
    /// <param name="tasks">Which tasks it had before it was edited, or null.</param>
    /// <param name="unitsAreApart">
    /// Whether a unit of adaptive chunks is a single value, not a chunk of the default size.
    /// </param>
    /// <exception cref="ParameterSpaceException">Its parameter space is faulty.</exception>
    public StepWork(
        Step step, string? workingDir, IReadOnlyList<int> dependencies, StepTasks? tasks, bool unitsAreApart)
    {
        (_step, Dependencies) = (step, dependencies);
        Current = new StepSpace(step.ParameterSpace, tasks?.Places, unitsAreApart);
        Former = [.. (tasks?.Former ?? []).Reverse()
            .Select(former => new StepSpace(former.Space, former.Places, unitsAreApart))];
        UnitsMade = Former.Append(Current).Max(space => space.UnitsEnd);
        Requirements = RequirementMapping.FromHost(step.HostRequirements);
        ActionDefinition run = step.Script.OnRun;
        Command = new CommandSpec
        {
            Executable = run.Command,
            Args = run.Args,
            Env = new Dictionary<string, string>(),
            WorkingDir = workingDir,
        };
        _placesByName = [.. Axes.Index().OrderBy(entry => entry.Item.Name, StringComparer.Ordinal)
            .Select(entry => entry.Index)];
    }

    /// <summary>The step's parameter space, and which units its tasks are.</summary>
    public StepSpace Current { get; }

    /// <summary>What it had before its edits, newest first; some of these tasks are gone.</summary>
    public IReadOnlyList<StepSpace> Former { get; }

    /// <summary>How many units it ever had.</summary>
    public long UnitsMade { get; }

    /// <summary>The task parameters, as their values lie in the order of tasks.</summary>
    public IReadOnlyList<SpaceAxis> Axes => Current.Axes;

    /// <summary>What a task runs, unresolved.</summary>
    public CommandSpec Command { get; }

    /// <summary>What a worker must have.</summary>
    public Requirements Requirements { get; }

    /// <summary>Places of the steps that it waits for.</summary>
    public IReadOnlyList<int> Dependencies { get; }

    /// <summary>The parameters of a task, or of a chunk of several, also where they were removed.</summary>
    /// <param name="unit">The first task's unit.</param>
    /// <param name="count">How many tasks.</param>
    public IReadOnlyList<TaskParameterValue> Values(long unit, long count)
    {
        StepSpace space = Former.Count == 0 || Current.Has(unit, count)
            ? Current
            : Former.FirstOrDefault(former => former.Has(unit, count)) ?? Current;
        return space.Values(unit, count);
    }

    /// <summary>A task's name: the step's, with the parameters and the task's unit where there are some.</summary>
    /// <param name="unit">The first task's unit.</param>
    /// <param name="count">How many tasks.</param>
    public string TaskName(long unit, long count)
    {
        IReadOnlyList<TaskParameterValue> values = Values(unit, count);
        if (values.Count == 0)
            return _step.Name;
        var name = new StringBuilder(_step.Name);
        char before = '[';
        foreach (int place in _placesByName)
        {
            name.Append(before).Append(values[place].Name).Append('=').Append(values[place].Value);
            before = ',';
        }
        return name.Append("]#").Append(unit).ToString();
    }
}
