namespace Renderacre.Bench.FarmEdge;

/// <summary>What the yardsticks read and write: as much as a completion bears.</summary>
/// <param name="WorkerId">A worker's id.</param>
/// <param name="LeaseToken">A token.</param>
/// <param name="ExitCode">An exit code.</param>
internal sealed record Echo(Guid WorkerId, string LeaseToken, int ExitCode);
