using OpenJd.Model.Validation;
using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Http;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Units;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Jobs;

/// <summary>
/// What a requeue of a job means in the farm's terms. Of units that have succeeded the farm keeps a bit alone, so that
/// storage tells which they are, and how often they were tried.
/// </summary>
internal static class JobRequeues
{
    /// <summary>Succeeded tasks that one request takes back, at most: each is a row of its own then.</summary>
    public const int SuccessesMax = 50_000;

    /// <summary>Puts a request into the farm's terms.</summary>
    /// <param name="queries">The farm as it is.</param>
    /// <param name="job">The job.</param>
    /// <param name="asked">What is asked for.</param>
    /// <returns>It, or null where a step is named and there is no such job.</returns>
    /// <exception cref="RefusedException">400: there is no such step, or too much has succeeded.</exception>
    public static UnitsToRequeue? Find(IFarmQueries queries, JobId job, JobRequeue asked)
    {
        int? step = null;
        if (asked.Step is { } name)
        {
            if (queries.Plan(job) is not { } plan)
                return null;
            step = StepOf(plan, name);
        }

        return new UnitsToRequeue
        {
            Failed = asked.Failed == true,
            Cancelled = asked.Cancelled == true,
            Step = asked.Step,
            Succeeded = asked.Succeeded == true ? Succeeded(queries, job, step) : null,
        };
    }

    private static int StepOf(JobPlan plan, string name)
    {
        string[] names = [.. plan.Steps.Select(step => step.Name)];
        int step = Array.IndexOf(names, name);
        return step >= 0
            ? step
            : throw RefusedException.Invalid(
                $"step: the job has no step '{name}'.{NearestName.Suggest(name, names)}");
    }

    private static SucceededUnit[] Succeeded(IFarmQueries queries, JobId job, int? step)
    {
        var units = new List<UnitRef>();
        UnitRef? after = step is { } only ? new UnitRef(job, only, -1) : null;
        while (queries.Units(job, after, IFarmQueries.PageMax, TaskState.Succeeded) is { Count: > 0 } page)
        {
            units.AddRange(page.Select(view => view.Unit).TakeWhile(unit => step is null || unit.Step == step));
            if (units.Count > SuccessesMax)
            {
                throw RefusedException.Invalid($"more than {SuccessesMax} tasks have succeeded, and so many are taken "
                    + "back at a time at most; name a step, or clone the job");
            }

            after = page[^1].Unit;
            if (step is not null && after.Value.Step != step)
                break;
        }

        return [.. units.GroupBy(unit => unit.Step).SelectMany(each => Numbered(queries, job, each.Key, [.. each]))];
    }

    /// <summary>Units of a step with the numbers of their newest attempts: the first, but for later ones.</summary>
    private static IEnumerable<SucceededUnit> Numbered(IFarmQueries queries, JobId job, int step, UnitRef[] units)
    {
        long[] numbers = [.. units.Select(unit => unit.Unit)];
        var newest = new int[units.Length];
        Array.Fill(newest, 1);
        foreach (AttemptNumber later in queries.LaterAttempts(job, step))
        {
            int at = Array.BinarySearch(numbers, later.First);
            for (at = at < 0 ? ~at : at; at < units.Length && numbers[at] < later.First + later.Count; at++)
                newest[at] = Math.Max(newest[at], later.Number);
        }

        return units.Zip(newest, (unit, number) => new SucceededUnit(unit, number));
    }
}
