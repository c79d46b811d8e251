using System.Text.Json;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Sync;

namespace Renderacre.Contracts.Tests.Json;

public sealed class WireJsonTests
{
    [Fact]
    public void A_submission_takes_nulls_for_what_is_optional_and_ignores_what_it_does_not_know()
    {
        JobSubmit? job = JsonSerializer.Deserialize(
            """{"name":"x","priority":null,"max_retries":null,"tasks":null,"openjd":null,"surprise":1}""",
            WireJson.Default.JobSubmit);
        Assert.Equal("x", job?.Name);
        Assert.Null(job?.Priority);
    }

    [Theory]
    [InlineData("""{"priority":1}""", "name")]
    [InlineData("""{"name":"x","name":"y"}""", "name")]
    [InlineData("""{"name":"x","priority":3000000000}""", "priority")]
    public void A_fault_in_a_submission_names_its_field(string json, string field)
    {
        JsonException fault = Assert.Throws<JsonException>(
            () => JsonSerializer.Deserialize(json, WireJson.Default.JobSubmit));
        Assert.Contains(field, fault.Message + fault.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_snake_case_and_states_are_lower_case()
    {
        string json = JsonSerializer.Serialize(
            new LeaseCompleted
            {
                SessionId = Guid.Empty,
                Number = 3,
                LeaseId = Guid.Empty,
                Outcome = LeaseOutcome.TimedOut,
                LogLength = 5,
            },
            WireJson.Default.SyncReport);
        Assert.Contains("\"kind\":\"lease_completed\"", json, StringComparison.Ordinal);
        Assert.Contains("\"outcome\":\"timed_out\"", json, StringComparison.Ordinal);
        Assert.Contains("\"log_length\":5", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_report_comes_back_as_itself()
    {
        SyncReport[] reports =
        [
            new LeaseStarted { SessionId = Guid.Empty, Number = 1, LeaseId = Guid.Empty },
            new LeaseReturned { SessionId = Guid.Empty, Number = 2, LeaseId = Guid.Empty },
            new SessionEnded { SessionId = Guid.Empty, Number = 3, Failed = true, Message = "m" },
            new SessionEnded { SessionId = Guid.Empty, Number = 3, ExitCode = 2, StdoutTail = "o", StderrTail = "e" },
            new SessionActionEnded
            {
                SessionId = Guid.Empty,
                Number = 4,
                Environment = "e",
                Entering = true,
                Outcome = LeaseOutcome.Failed,
            },
        ];
        foreach (SyncReport report in reports)
        {
            string json = JsonSerializer.Serialize(report, WireJson.Default.SyncReport);
            Assert.Equal(report, JsonSerializer.Deserialize(json, WireJson.Default.SyncReport));
        }
    }

    [Fact]
    public void Times_are_written_in_utc_with_a_z_and_read_with_any_offset()
    {
        const string Json = """
            [{"name":"a","path":"/a","size_bytes":1,"kind":"image","modified_at":"2030-01-02T03:04:05+02:00"}]
            """;
        TaskArtifact? artifact = JsonSerializer.Deserialize(Json, WireJson.Default.IReadOnlyListTaskArtifact)?[0];
        string written = JsonSerializer.Serialize([artifact!], WireJson.Default.IReadOnlyListTaskArtifact);
        Assert.Contains("\"2030-01-02T01:04:05.000000Z\"", written, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"image\"", written, StringComparison.Ordinal);
    }
}
