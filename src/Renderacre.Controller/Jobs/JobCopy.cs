using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Documents;
using Renderacre.Controller.Submission;
using Renderacre.Farm.Ids;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Jobs;

/// <summary>Makes a copy of a job from what is stored of it: its template is not read again.</summary>
internal static class JobCopy
{
    /// <summary>Makes a copy.</summary>
    /// <param name="queries">Reads the job.</param>
    /// <param name="job">The job.</param>
    /// <param name="clone">What is different.</param>
    /// <returns>The copy, ready to be submitted, or null where there is no such job.</returns>
    public static PreparedJob? Make(IFarmQueries queries, JobId job, JobClone clone)
    {
        if (queries.Job(job) is not { } row || queries.Plan(job) is not { } plan)
            return null;
        if (queries.Document(job) is not { } json)
            return null;
        JobDocument document = DocumentJson.Read(json);
        document = document with { Name = clone.Name ?? document.Name };
        plan = plan with { Name = clone.Name ?? plan.Name, Priority = clone.Priority ?? row.Priority };
        return new PreparedJob(plan, DocumentJson.Write(document), JobWork.From(document));
    }
}
