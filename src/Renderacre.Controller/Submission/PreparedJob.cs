using Renderacre.Controller.Documents;
using Renderacre.Farm.Commands;
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

    /// <summary>Judges what it asks for that the farm does not know.</summary>
    /// <param name="unknown">What that is, in words.</param>
    /// <returns>Why it is refused, or null where it is taken, if with a warning.</returns>
    public FarmError? Refusal(IReadOnlyList<string> unknown) => RefusesUnknownNames && unknown.Count > 0
        ? new FarmError(FarmErrorKind.Invalid, $"queue '{Plan.Queue}' takes no job that asks for what the farm does "
            + $"not know: {string.Join("; ", unknown)}")
        : null;
}
