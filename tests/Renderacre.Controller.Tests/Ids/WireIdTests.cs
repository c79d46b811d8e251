using CsCheck;
using Renderacre.Controller.Ids;
using Renderacre.Farm.Ids;

namespace Renderacre.Controller.Tests.Ids;

public sealed class WireIdTests
{
    private static readonly Gen<UnitRef> Units = Gen.Select(
        Gen.Long[0, (1L << 36) - 1], Gen.Int[0, (1 << 16) - 1], Gen.Long[0, (1L << 47) - 1],
        (job, step, unit) => new UnitRef(new JobId(job), step, unit));

    [Fact]
    public void A_task_id_comes_back_as_the_unit_it_was_made_of() =>
        Units.Sample(unit => WireIds.AsTask(unit.ToGuid()) == unit);

    [Fact]
    public void Kinds_are_never_confused() => Gen.Long[1, (1L << 36) - 1].Sample(number =>
    {
        Guid[] ids =
        [
            new JobId(number).ToGuid(), new UnitRef(new JobId(number), 0, 0).ToGuid(), new WorkerId(number).ToGuid(),
            new LeaseId(number).ToGuid(), new SessionId(number).ToGuid(), new LeaseId(number).ToAttemptGuid(),
            WireIds.LogEntry(number), WireIds.LogLine(new LeaseId(number), 0),
        ];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal([ids[0]], ids.Where(id => WireIds.AsJob(id) is not null));
        Assert.Equal([ids[1]], ids.Where(id => WireIds.AsTask(id) is not null));
        Assert.Equal([ids[2]], ids.Where(id => WireIds.AsWorker(id) is not null));
        Assert.Equal([ids[3]], ids.Where(id => WireIds.AsLease(id) is not null));
        Assert.Equal([ids[4]], ids.Where(id => WireIds.AsSession(id) is not null));
        Assert.Equal([ids[5]], ids.Where(id => WireIds.AsAttempt(id) is not null));
    });

    [Fact]
    public void Every_id_has_version_8_and_the_rfc_variant() => Units.Sample(unit =>
    {
        string text = unit.ToGuid().ToString();
        Assert.Equal('8', text[14]);
        Assert.Contains(text[19], "89ab");
    });

    [Fact]
    public void A_foreign_uuid_names_nothing()
    {
        Assert.Null(WireIds.AsJob(Guid.Parse("00000000-0000-4000-8000-000000000000")));
        int taken = Enumerable.Range(0, 2000).Count(_ => WireIds.AsJob(Guid.NewGuid()) is not null);
        Assert.Equal(0, taken);
    }

    [Fact]
    public void Ids_of_neighbours_differ_in_their_first_eight_characters()
    {
        string[] prefixes = [.. Enumerable.Range(1, 1000).Select(job => new JobId(job).ToGuid().ToString()[..8])];
        Assert.True(prefixes.Distinct().Count() >= 999, "prefixes of eight characters tell neighbours apart");
    }

    [Fact]
    public void A_job_and_a_task_id_stay_what_they_are_for_ever()
    {
        Assert.Equal(new UnitRef(new JobId(7), 2, 41), WireIds.AsTask(new UnitRef(new JobId(7), 2, 41).ToGuid()));
        Assert.Equal(JobSeven, new JobId(7).ToGuid());
    }

    // Given out and kept by people: no change of the packing may ever change it.
    private static readonly Guid JobSeven = Guid.Parse("9b4e4265-5e82-85a5-a400-b825176e14d8");

    [Fact]
    public void A_token_comes_back_from_its_text_and_no_other_text_matches_it()
    {
        var token = new LeaseToken(0x0123456789abcdef, 42);
        Assert.True(WireToken.Matches(WireToken.Write(token), token));
        Assert.False(WireToken.Matches("nope", token));
        Assert.False(WireToken.Matches(null, default));
        Assert.False(WireToken.Matches(WireToken.Write(default), default));
    }
}
