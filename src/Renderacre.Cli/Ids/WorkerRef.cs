using Renderacre.Contracts.Workers;

namespace Renderacre.Cli.Ids;

/// <summary>A worker as given on the command line: by its name, which several may have, or by its id.</summary>
internal static class WorkerRef
{
    /// <summary>The workers that are meant: all of a name, or the one whose id starts so.</summary>
    /// <param name="workers">The workers that there are.</param>
    /// <param name="text">As given.</param>
    /// <exception cref="CliException">None is meant, or several ids start so.</exception>
    public static IReadOnlyList<Guid> Find(IReadOnlyList<WorkerInfo> workers, string text)
    {
        Guid[] named = [.. workers.Where(worker => worker.Name == text).Select(worker => worker.Id)];
        if (named.Length > 0)
            return named;
        if (!text.All(one => char.IsAsciiHexDigit(one) || one == '-'))
            throw new CliException(ExitCode.Failure, $"no worker is called '{text}'");
        var prefix = new IdPrefix(text);
        var fitting = workers.Where(worker => prefix.Fits(worker.Id)).Select(worker => (worker.Id, worker.Name));
        return [prefix.One("worker", fitting) ?? throw prefix.Unknown("worker")];
    }
}
