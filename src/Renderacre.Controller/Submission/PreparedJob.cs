using Renderacre.Controller.Documents;
using Renderacre.Farm.Jobs;

namespace Renderacre.Controller.Submission;

/// <summary>A submission that is ready for the farm.</summary>
/// <param name="Plan">What the farm needs to know.</param>
/// <param name="Document">What the edge keeps.</param>
/// <param name="Work">The document in use.</param>
internal sealed record PreparedJob(JobPlan Plan, byte[] Document, JobWork Work)
{
    /// <summary>Whether it is refused where it asks for what the farm does not know.</summary>
    public bool RefusesUnknownNames { get; init; }
}
