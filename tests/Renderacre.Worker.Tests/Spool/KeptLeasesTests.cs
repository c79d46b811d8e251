using Renderacre.Worker.Spool;
using Renderacre.Worker.Tests.Support;

namespace Renderacre.Worker.Tests.Spool;

public sealed class KeptLeasesTests
{
    private static readonly Guid Session = Guid.NewGuid();

    [Fact]
    public void The_next_worker_finds_what_was_kept_and_not_let_go_in_its_order()
    {
        using var folder = new TempFolder();
        var leases = Enumerable.Range(0, 4).Select(_ => Work.Shell(Session, "true")).ToList();
        using (var kept = new KeptLeases(folder.PathOf("leases")))
        {
            kept.Keep(leases[..2]);
            kept.Drop([leases[0].LeaseId]);
            kept.Keep(leases[2..]);
        }

        using var found = new KeptLeases(folder.PathOf("leases"));
        Assert.Equal(leases[1..].Select(Id), found.All.Select(Id));
        Assert.False(found.Has(leases[0].LeaseId));
    }

    [Fact]
    public void A_line_that_a_worker_died_in_is_cut_off()
    {
        using var folder = new TempFolder();
        var leases = Enumerable.Range(0, 2).Select(_ => Work.Shell(Session, "true")).ToList();
        using (var kept = new KeptLeases(folder.PathOf("leases")))
            kept.Keep([leases[0]]);
        File.AppendAllText(folder.PathOf("leases"), "{\"Kept\":{\"LeaseId");
        using (var kept = new KeptLeases(folder.PathOf("leases")))
            kept.Keep([leases[1]]);

        using var found = new KeptLeases(folder.PathOf("leases"));
        Assert.Equal(leases.Select(Id), found.All.Select(Id));
    }

    [Fact]
    public void The_file_does_not_grow_with_what_was_let_go()
    {
        using var folder = new TempFolder();
        using var kept = new KeptLeases(folder.PathOf("leases"));
        var lasting = Work.Shell(Session, "true");
        kept.Keep([lasting]);
        for (var round = 0; round < 200; round++)
        {
            var passing = Enumerable.Range(0, 20).Select(_ => Work.Shell(Session, "true")).ToList();
            kept.Keep(passing);
            kept.Drop([.. passing.Select(Id)]);
        }

        Assert.InRange(new FileInfo(folder.PathOf("leases")).Length, 1, 512 * 1024);
        using var found = new KeptLeases(folder.PathOf("leases"));
        Assert.Equal(lasting.LeaseId, Assert.Single(found.All).LeaseId);
    }

    private static Guid Id(Contracts.Sync.LeaseAssignment lease) => lease.LeaseId;
}
