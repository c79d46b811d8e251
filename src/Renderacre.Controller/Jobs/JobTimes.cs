using Renderacre.Farm.Time;

namespace Renderacre.Controller.Jobs;

/// <summary>The times of a job that its tasks show where they have none of their own.</summary>
/// <param name="SubmittedAt">When it was submitted.</param>
/// <param name="UpdatedAt">When it last changed.</param>
internal readonly record struct JobTimes(FarmTime SubmittedAt, FarmTime UpdatedAt);
