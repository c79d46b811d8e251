using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;

namespace Renderacre.Farm.Events;

/// <summary>A job has another plan; its new row comes as <see cref="JobChanged"/>.</summary>
/// <param name="Job">The job.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Document">The edge's document that goes with it.</param>
/// <param name="Detail">What is different, for history.</param>
public sealed record JobEdited(JobId Job, JobPlan Plan, ReadOnlyMemory<byte> Document, string Detail) : FarmEvent;
