using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;

namespace Renderacre.Contracts.Json;

/// <summary>The wire's names of states, as UTF-8.</summary>
internal static class WireNames
{
    public static ReadOnlySpan<byte> Of(TaskState state) => state switch
    {
        TaskState.Pending => "pending"u8,
        TaskState.Leased => "leased"u8,
        TaskState.Running => "running"u8,
        TaskState.Succeeded => "succeeded"u8,
        TaskState.Failed => "failed"u8,
        TaskState.Cancelled => "cancelled"u8,
    };

    public static ReadOnlySpan<byte> Of(AttemptState state) => state switch
    {
        AttemptState.Leased => "leased"u8,
        AttemptState.Running => "running"u8,
        AttemptState.Succeeded => "succeeded"u8,
        AttemptState.Failed => "failed"u8,
        AttemptState.Cancelled => "cancelled"u8,
        AttemptState.Expired => "expired"u8,
    };

    public static ReadOnlySpan<byte> Of(LeaseOutcome outcome) => outcome switch
    {
        LeaseOutcome.Succeeded => "succeeded"u8,
        LeaseOutcome.Failed => "failed"u8,
        LeaseOutcome.Cancelled => "cancelled"u8,
        LeaseOutcome.TimedOut => "timed_out"u8,
        LeaseOutcome.OutOfMemory => "out_of_memory"u8,
    };
}
