using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;

namespace Renderacre.Farm.Limits;

/// <summary>
/// A limit is shut: nobody gets any of it, since a task found no licence although the limit had room.
/// </summary>
/// <param name="Since">Since when.</param>
/// <param name="Until">Until when; each further such failure puts it off.</param>
/// <param name="Job">The job whose task failed last.</param>
/// <param name="JobName">Its name.</param>
/// <param name="Message">How it failed, or null.</param>
public sealed record LimitClosure(FarmTime Since, FarmTime Until, JobId Job, string JobName, string? Message);
