using System.Text.Json;
using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Documents;
using Renderacre.Controller.Explaining;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Reading;
using Renderacre.Controller.Submission;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Jobs;

/// <summary>
/// Editing jobs that are there: the new plan is made beside the writer, which takes it at once or not.
/// </summary>
internal sealed class JobEdits(
    FarmWriter writer, FarmReading reading, JobAnswers answers, ILogger<JobEdits> logger)
{
    /// <summary>Edits a job.</summary>
    /// <param name="id">The job's id as the request has it.</param>
    /// <param name="edit">What is to be different.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The job as it is then, with warnings of what it asks for that the farm does not know.</returns>
    /// <exception cref="RefusedException">
    /// There is no such job, something of the edit is wrong or asks for what its queue refuses (then nothing of it is
    /// done), or somebody else has edited the job meanwhile.
    /// </exception>
    public async Task<Job> EditAsync(string id, JobEdit edit, CancellationToken cancellationToken)
    {
        JobId job = WireIds.ParseJob(id);
        var faults = new FaultList();
        JobChanges.Check(edit, faults);
        faults.ThrowIfAny("edit");
        (PreparedJob Made, PlanEdit Edit) prepared = reading.Read(queries => Prepare(queries, job, edit, faults))
            ?? throw WireIds.Unknown("job", id);
        faults.ThrowIfAny("edit");
        FarmResult<string[]> result = await DoAsync(job, prepared.Made, prepared.Edit, cancellationToken);
        string[] warnings = result.ValueOrRefuse("job", id);
        Log.JobActed(logger, job.ToGuid(), $"edited: {prepared.Edit.Detail}");
        Job edited = answers.Find(job) ?? throw WireIds.Unknown("job", id);
        return edited with { Warnings = warnings.Length > 0 ? warnings : null };
    }

    private async Task<FarmResult<string[]>> DoAsync(
        JobId job, PreparedJob made, PlanEdit edit, CancellationToken cancellationToken)
    {
        var command = new ResultCommand<string[]>((farm, context) =>
        {
            IReadOnlyList<string> before = DoubtWords.Of(farm.DoubtsAbout(job));
            string[] warnings = [.. DoubtWords.Of(farm.DoubtsAbout(made.Plan))];
            // What the job asked for already is no fault of this edit: workers and limits go as well as come.
            if (made.Refusal([.. warnings.Except(before)]) is { } refusal)
                return refusal;
            if (farm.Edit(context, job, edit).Error is { } error)
                return error;
            // Workers are told of the job before the edit is answered.
            reading.Replace(job, made.Work, made.Document.Length);
            return warnings;
        })
        {
            Principal = Principals.Api,
            Job = job,
            Others = [.. edit.Added.Select(each => each.Job)],
        };
        try
        {
            return await writer.DoAsync(command, cancellationToken);
        }
        catch (WriterUnavailableException)
        {
            // Whether it was done storage knows.
            reading.Forget(job);
            throw;
        }
    }

    private static (PreparedJob, PlanEdit)? Prepare(IFarmQueries queries, JobId job, JobEdit edit, FaultList faults)
    {
        if (queries.Plan(job) is not { } plan || queries.Document(job) is not { } json)
            return null;
        JobDocument before = DocumentJson.Read(json), document = before;
        if (edit.Parameters is { Count: > 0 } parameters)
            document = WithParameters(document, parameters, faults);
        PreparedJob made = JobChanges.Make(queries, plan, before, document, edit, faults);
        IReadOnlyList<JobDependency> added = JobDependencies.ToPlan(edit.AddDependsOnJobs);
        JobDependencies.CheckThere("add_depends_on_jobs", added, queries, faults);
        IReadOnlyList<JobId> dropped = Dropped(queries, job, edit.DropDependsOnJobs ?? [], faults);
        JobPlan next = made.Plan with { Revision = plan.Revision + 1 };
        var planned = new PlanEdit(next, made.Document, DetailOf(edit, plan, next))
        {
            Priority = edit.Priority,
            Added = added,
            Dropped = dropped,
            EndsSessions = edit.Parameters is { Count: > 0 },
        };
        return (made, planned);
    }

    private static JobDocument WithParameters(
        JobDocument document, IReadOnlyDictionary<string, JsonElement> parameters, FaultList faults)
    {
        JobDocument changed = ParameterEdit.Apply(document, parameters, faults);
        if (faults.IsEmpty)
            ParameterEdit.CheckSameSteps(document, changed, faults);
        return changed;
    }

    private static List<JobId> Dropped(
        IFarmQueries queries, JobId job, IReadOnlyList<Guid> asked, FaultList faults)
    {
        HashSet<JobId> known = [.. queries.JobDependencies(job).Select(row => row.Upstream)];
        var dropped = new List<JobId>();
        for (int at = 0; at < asked.Count; at++)
        {
            if (WireIds.AsJob(asked[at]) is { } upstream && known.Remove(upstream))
                dropped.Add(upstream);
            else
                faults.Add($"drop_depends_on_jobs[{at}]", $"the job does not depend on {asked[at]}");
        }
        return dropped;
    }

    private static string DetailOf(JobEdit edit, JobPlan before, JobPlan made)
    {
        (string Name, object? Value)[] fields =
        [
            ("name", edit.Name), ("priority", edit.Priority), ("max_retries", edit.MaxRetries), ("tags", edit.Tags),
            ("comment", edit.Comment), ("policy", edit.Policy), ("frame_orders", edit.FrameOrders),
            ("frames", edit.Frames), ("steps", edit.Steps),
            ("parameters", edit.Parameters), ("add_depends_on_jobs", edit.AddDependsOnJobs),
            ("drop_depends_on_jobs", edit.DropDependsOnJobs),
        ];
        IEnumerable<string> retasked = before.Steps.Zip(made.Steps)
            .Where(steps => steps.First.UnitCount != steps.Second.UnitCount)
            .Select(steps => $"{steps.First.Name}: {steps.First.UnitCount} -> {steps.Second.UnitCount} tasks");
        return string.Join(
            ", ", fields.Where(field => field.Value is not null).Select(field => field.Name).Concat(retasked));
    }
}
