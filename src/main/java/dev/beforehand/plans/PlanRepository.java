package dev.beforehand.plans;

import dev.beforehand.clients.ClientId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface PlanRepository extends Repository<PaymentPlan, PlanId> {

    /** Changes nothing, and makes whoever else plans for the client wait for the end of the transaction. */
    @Modifying
    @Query("update client set name = name where id = :client")
    void hold(ClientId client);

    PaymentPlan save(PaymentPlan plan);

    Optional<PaymentPlan> findById(PlanId id);

    List<PaymentPlan> findByStateOrderById(PaymentPlan.State state);

    @Query("""
            select i.invoice_id from payment_plan_invoice i join payment_plan p on p.id = i.payment_plan
            where i.invoice_id in (:among) and p.state in (:states)""")
    List<Long> onPlans(List<Long> among, List<String> states);

    @Query("""
            select i.invoice_id from payment_plan_invoice i join payment_plan p on p.id = i.payment_plan
            where p.client_id = :client and p.state in (:states)""")
    List<Long> planned(ClientId client, List<String> states);

    @Query("""
            select distinct payment_plan from payment_plan_invoice where invoice_id in (:invoices)
            order by payment_plan desc""")
    List<Long> over(List<Long> invoices);

    List<PaymentPlan> findByIdInOrderByIdDesc(Collection<PlanId> ids);
}
